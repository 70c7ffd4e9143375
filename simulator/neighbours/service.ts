/** What makes a service of AWS: how it is called, how it speaks, how it words what goes wrong. */
import type { KnownOperation } from '../ecs/operations.ts'
import type { EnumMembers } from '../protocol/enums.ts'
import { ApiError } from '../protocol/errors.ts'
import type { Complaints } from '../protocol/schema.ts'
import type { Wire } from '../protocol/wire.ts'

export interface ApiService {
  /** As in IAM actions: `ecs`, `elasticloadbalancing`. */
  readonly name: string
  readonly wire: Wire
  readonly wording: Wording
  /** Which member takes which enumeration. Default: those of ECS and ECR. */
  readonly enums?: EnumMembers
  /** By operation. */
  readonly operations: Readonly<Record<string, KnownOperation>>
}

/** The errors that any operation of a service may answer. */
export interface Wording {
  readonly complaints: Complaints
  throttled(): ApiError
  /** @param message in IAM's standard words */
  denied(message: string): ApiError
  expired(): ApiError
  failed(): ApiError
  /** Error type for an operation that is not modelled. */
  readonly unknownOperation: string
}

const expiredText = 'The security token included in the request is expired'
const failedText = 'Service Unavailable. Please try again later.'

/** Services with JSON protocols. @param complaints how parameter checks are worded */
export function jsonWording(complaints: Complaints): Wording {
  return {
    complaints,
    throttled: () => new ApiError('ThrottlingException', 'Rate exceeded'),
    denied: (message) => new ApiError('AccessDeniedException', message),
    expired: () => new ApiError('ExpiredTokenException', expiredText),
    failed: () => new ApiError('ServerException', failedText, 500),
    unknownOperation: 'UnknownOperationException',
  }
}

/** STS, IAM and Elastic Load Balancing. */
export const queryWording: Wording = {
  complaints: {
    ...validationComplaints('ValidationError'),
    // A form has no types: a text that is no number is found when it is read (the name of the error is inferred).
    wrongType: (message, path) => new ApiError('MalformedInput', path === '' ? message : `${message} (at ${path})`),
  },
  throttled: () => new ApiError('Throttling', 'Rate exceeded'),
  denied: (message) => new ApiError('AccessDenied', message, 403),
  expired: () => new ApiError('ExpiredToken', `${expiredText}.`, 403),
  failed: () => new ApiError('ServiceUnavailable', failedText, 503),
  unknownOperation: 'InvalidAction',
}

/** CloudWatch in JSON, with the error types of its Query days. */
export const jsonAfterQueryWording: Wording = { ...queryWording, complaints: validationComplaints('ValidationError') }

/** EC2 API Reference, "Error codes for the Amazon EC2 API". */
export const ec2Wording: Wording = {
  complaints: {
    missing: (path) => new ApiError('MissingParameter', `The request must contain the parameter ${path}`),
    wrongEnum: (path, value) => new ApiError('InvalidParameterValue', `Invalid value '${value}' for ${path}.`),
    wrongType: (message, path) => new ApiError('InvalidParameterValue', path === '' ? message : `${message} (${path})`),
  },
  throttled: () => new ApiError('RequestLimitExceeded', 'Request limit exceeded.', 503),
  denied: (message) =>
    new ApiError('UnauthorizedOperation', `You are not authorized to perform this operation. ${message}`, 403),
  expired: () => new ApiError('RequestExpired', 'Request has expired.'),
  failed: () => new ApiError('Unavailable', failedText, 503),
  unknownOperation: 'InvalidAction',
}

/** The usual text of services built on Coral: `1 validation error detected: …`. */
export function validationComplaints(type: string): Complaints {
  const one = (value: string, path: string, rule: string): ApiError =>
    new ApiError(
      type,
      `1 validation error detected: Value ${value}at '${firstLower(path)}' failed to satisfy constraint: ${rule}`,
    )
  return {
    missing: (path) => one('', path, 'Member must not be null'),
    wrongEnum: (path, value, allowed) =>
      one(`'${value}' `, path, `Member must satisfy enum value set: [${allowed.join(', ')}]`),
    wrongType: (message, path) =>
      new ApiError('SerializationException', path === '' ? message : `${message} (at ${path})`),
  }
}

const firstLower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)

export const reads = <I>(
  schema: readonly unknown[],
  run: (engine: Parameters<KnownOperation['run']>[0], input: I) => object,
): KnownOperation => ({ schema, mutating: false, run: (engine, input) => run(engine, input as I) })

export const writes = <I>(
  schema: readonly unknown[],
  run: (engine: Parameters<KnownOperation['run']>[0], input: I) => object,
): KnownOperation => ({ ...reads(schema, run), mutating: true })
