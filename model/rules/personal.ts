/** Whether a data item carries personal information; unknown is not. */
export const isPersonal = (personalInfo: string | undefined): boolean => personalInfo !== undefined && personalInfo !== 'none'
