/** A text as part of a description, which tools render as Markdown with HTML in it. Source: OpenAPI 3.1.0, 4.3; CommonMark 0.31, 2.5. */
export const inMarkdown = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
