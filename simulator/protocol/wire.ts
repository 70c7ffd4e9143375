/** How requests and answers of one service travel. */
import type { ApiError } from './errors.ts'

/** What an XML answer repeats. */
export interface Exchange {
  readonly operation: string
  readonly requestId: string
}

export interface Wire {
  readonly contentType: string
  /** @param schema of the operation; @throws ApiError for a body that cannot be read */
  read(schema: readonly unknown[], body: string): unknown
  answer(exchange: Exchange, schema: readonly unknown[], output: object): string
  refuse(
    exchange: Exchange,
    error: ApiError,
  ): { readonly body: string; readonly headers: Readonly<Record<string, string>> }
}
