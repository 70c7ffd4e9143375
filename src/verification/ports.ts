/** One request over HTTP, with everything that has to be known to send it. */
export type Request = {
  readonly url: string
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
  readonly followRedirects: boolean
  /** Over all redirects. */
  readonly timeoutMilliseconds: number
}

/** Why there was no answer, as far as it can be told. */
export type NoAnswer =
  | 'forbidden'
  | 'name'
  | 'refused'
  | 'unreachable'
  | 'time'
  | 'certificate'
  | 'tls'
  | 'closed'
  | 'redirects'
  | 'other'

/** What came back. */
export type Received =
  | {
      readonly kind: 'answered'
      /** The address that answered: another one than was asked where redirects were followed. */
      readonly url: string
      readonly status: number
      readonly headers: Readonly<Record<string, string>>
      /** At most `mostBody` bytes of it. */
      readonly body: string
      /** There was more. */
      readonly cut: boolean
    }
  | { readonly kind: 'failed'; readonly url: string; readonly why: NoAnswer; readonly detail: string }

/** Asks over HTTP. Never rejects; ends early where `signal` is aborted. */
export type RequestPort = {
  send(request: Request, signal: AbortSignal): Promise<Received>
}

/** A script for bash, and what it is to find in its environment. */
export type Script = {
  readonly text: string
  readonly environment: Readonly<Record<string, string>>
  readonly timeoutMilliseconds: number
}

/** How a script ended. */
export type Ended =
  | { readonly kind: 'ended'; readonly exitCode: number }
  | { readonly kind: 'timed-out' }
  /** There is no bash, or it could not be started. */
  | { readonly kind: 'not-started'; readonly why: string }

/** Runs scripts. Never rejects. When `signal` is aborted the script is told to end. */
export type ScriptPort = {
  run(script: Script, onLine: (line: string) => void, signal: AbortSignal): Promise<Ended>
}
