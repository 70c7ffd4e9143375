/** What `valueFrom` of a container's secret names: a secret of Secrets Manager by ARN, else a parameter. */

export const isSecretsManager = (valueFrom: string): boolean =>
  valueFrom.startsWith('arn:') && valueFrom.includes(':secretsmanager:')

/** @returns the name behind an ARN of the Parameter Store, or the text itself */
export const parameterName = (valueFrom: string): string => valueFrom.replace(/^arn:[^/]*:parameter/, '')
