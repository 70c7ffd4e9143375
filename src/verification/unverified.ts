/** What did not hold after the deployment. */
export type Unverified = {
  readonly input: 'verify-urls' | 'verify-command' | 'verify-alarms'
  /** One line, e.g. `GET http://198.51.100.7:8080/health answered 500 instead of 200-299`. */
  readonly what: string
  /** What was seen, masked. */
  readonly evidence: readonly string[]
}
