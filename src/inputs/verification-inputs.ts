/** Status codes from one to another, both meant. */
export type StatusRange = { readonly from: number; readonly to: number }

/** One address to ask after the deployment, and what it has to answer. */
export type UrlCheck = {
  /** As the user wrote it, with its placeholders. */
  readonly url: string
  readonly method: string
  /** Values may be secret: they are sent and never shown. */
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
  readonly statuses: readonly StatusRange[]
  /** Has to be in the body. */
  readonly contains?: string
  /** Paths such as `checks.db[0].ok` in a JSON body, and what has to be there. */
  readonly json: Readonly<Record<string, JsonValue>>
  readonly followRedirects: boolean
  /** After the first try. */
  readonly retries: number
  readonly intervalSeconds: number
  /** Of each try. */
  readonly timeoutSeconds: number
}

export type JsonValue = string | number | boolean | null

/** What is to be looked at once the deployment has completed. */
export type Verification = {
  readonly urls: readonly UrlCheck[]
  /** A script for bash. */
  readonly command?: string
  /** For all addresses together, and then for the command. */
  readonly timeoutSeconds: number
  readonly alarms: readonly string[]
  readonly alarmsMinutes: number
}

/** What stands in an address for something that is known only after the deployment. */
export const placeholders = ['public-ip', 'task-ip', 'load-balancer'] as const
export type Placeholder = (typeof placeholders)[number]
