/**
 * What a failed AWS call means for the one who sent it.
 *
 * - `throttled`: AWS answered that it did nothing because we are too fast. Safe to send again.
 * - `unsent`: no connection was made. Safe to send again.
 * - `unclear`: the answer is lost (reset, time-out, 5xx, unreadable body). It may have been applied: read before sending again.
 * - `denied`: the credentials work, the permission is missing.
 * - `expired`: the credentials are expired or not valid any more.
 * - `no-credentials`: there are none.
 * - `refused`: AWS understood and says no.
 */
export type FailureKind = 'throttled' | 'unsent' | 'unclear' | 'denied' | 'expired' | 'no-credentials' | 'refused'

type ErrorLike = {
  readonly name?: unknown
  readonly message?: unknown
  readonly code?: unknown
  readonly $metadata?: { readonly httpStatusCode?: number }
}

// @smithy/core retry/service-error-classification, plus the one ECS says in a ClientException (observed).
const throttlingNames = new Set([
  'EC2ThrottledException',
  'PriorRequestNotComplete',
  'RequestLimitExceeded',
  'RequestThrottled',
  'RequestThrottledException',
  'SlowDown',
  'ThrottledException',
  'Throttling',
  'ThrottlingException',
  'TooManyRequestsException',
])
const concurrentRegistration = /Too many concurrent attempts to create a new revision/i

const deniedNames = new Set(['AccessDenied', 'AccessDeniedException', 'UnauthorizedOperation', 'NotAuthorized'])
const expiredNames = new Set([
  'ExpiredToken',
  'ExpiredTokenException',
  'InvalidClientTokenId',
  'InvalidSignatureException',
  'RequestExpired',
  'SignatureDoesNotMatch',
  'UnrecognizedClientException',
])
const noCredentialsNames = new Set(['CredentialsProviderError', 'TokenProviderError'])

const unsentCodes = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH', 'EHOSTUNREACH'])
const unclearCodes = new Set(['ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ERR_STREAM_PREMATURE_CLOSE'])
const unclearNames = new Set(['TimeoutError', 'AbortError', 'RequestTimeout', 'RequestTimeoutException', 'SyntaxError'])

/** Sorts an error of an AWS call; pure. Takes anything that was thrown. */
export function failureKind(error: unknown): FailureKind {
  const { name, message, code, status } = partsOf(error)
  if (throttlingNames.has(name) || status === 429 || concurrentRegistration.test(message)) return 'throttled'
  if (expiredNames.has(name)) return 'expired'
  if (deniedNames.has(name)) return 'denied'
  if (noCredentialsNames.has(name)) return 'no-credentials'
  if (unsentCodes.has(code)) return 'unsent'
  if (unclearCodes.has(code) || unclearNames.has(name) || status >= 500) return 'unclear'
  if (status >= 400) return 'refused'
  // Nothing says that AWS refused it: treat it as if it might have been applied.
  return 'unclear'
}

/** True where the call may work in a moment: throttled, not connected, or its answer lost. */
export function passingFailure(error: unknown): boolean {
  const kind = failureKind(error)
  return kind === 'throttled' || kind === 'unsent' || kind === 'unclear'
}

/** True where the credentials are gone: no later call can work. */
export function isLost(kind: FailureKind): boolean {
  return kind === 'expired' || kind === 'no-credentials'
}

/** True where no answer came within the limit, or one that cannot be read. */
export function isUnanswered(error: unknown): boolean {
  return isNamed(error, 'AbortError', 'TimeoutError') || isUnreadable(partsOf(error))
}

/** The SDK has a name for answers in JSON that are cut off; those in XML are plain errors (@aws-sdk/xml-builder). */
function isUnreadable({ name, message }: Pick<ReturnType<typeof partsOf>, 'name' | 'message'>): boolean {
  return name === 'SyntaxError' || message.startsWith('@aws-sdk XML parse error')
}

/** What happened in one line, for people: `Name: message`, or in words where those of the SDK say nothing. */
export function describeFailure(error: unknown): string {
  const { name, message } = partsOf(error)
  if (name === 'AbortError' || name === 'TimeoutError') return 'no answer within the time limit'
  if (isUnreadable({ name, message })) return 'the answer could not be read'
  const text = message.replace(/\s+/g, ' ').trim()
  return name && name !== 'Error' ? `${name}: ${text || 'no message'}` : text || 'unknown error'
}

/** The IAM action that an AccessDenied names, e.g. `ecs:UpdateService`; undefined where the message names none. */
export function deniedAction(error: unknown): string | undefined {
  return /not authorized to perform:?\s+([\w-]+:[\w*]+)/i.exec(partsOf(error).message)?.[1]
}

/** True where the error has this exception name. */
export function isNamed(error: unknown, ...names: readonly string[]): boolean {
  return names.includes(partsOf(error).name)
}

function partsOf(error: unknown): { name: string; message: string; code: string; status: number } {
  const like = (typeof error === 'object' && error !== null ? error : { message: String(error) }) as ErrorLike
  return {
    name: typeof like.name === 'string' ? like.name : '',
    message: typeof like.message === 'string' ? like.message : '',
    code: typeof like.code === 'string' ? like.code : '',
    status: like.$metadata?.httpStatusCode ?? 0,
  }
}
