import { Component, type ReactNode } from 'react'
import { text } from '#words/index.ts'

interface Props {
  readonly children: ReactNode
}

/** The outermost boundary: a bug of ours is said, and nothing is written. */
export class Boundary extends Component<Props, { readonly error: string | undefined }> {
  override state = { error: undefined }

  static getDerivedStateFromError(error: unknown) {
    return { error: error instanceof Error ? `${error.message}\n${error.stack ?? ''}` : String(error) }
  }

  override render() {
    if (this.state.error === undefined) return this.props.children
    return (
      <div className="notice bad" role="alert">
        <p>{text('screens/failed')}</p>
        <pre>{this.state.error}</pre>
      </div>
    )
  }
}
