import { expect, test } from '@jest/globals'
import { deniedAction, describeFailure, failureKind } from '../../src/aws/failure.ts'

const error = (name: string, message: string, status?: number, code?: string): Error =>
  Object.assign(new Error(message), {
    name,
    ...(code ? { code } : {}),
    ...(status ? { $metadata: { httpStatusCode: status } } : {}),
  })

test.each([
  [error('ThrottlingException', 'Rate exceeded', 400), 'throttled'],
  [
    error('ClientException', 'Too many concurrent attempts to create a new revision of the specified family.', 400),
    'throttled',
  ],
  [error('Whatever', 'slow down', 429), 'throttled'],
  [error('LimitExceededException', 'The limit for task definitions was reached', 400), 'refused'],
  [error('ExpiredTokenException', 'The security token included in the request is expired', 400), 'expired'],
  [error('UnrecognizedClientException', 'The security token included in the request is invalid.', 400), 'expired'],
  [
    error('AccessDeniedException', 'User: x is not authorized to perform: ecs:UpdateService on resource: y', 400),
    'denied',
  ],
  [error('CredentialsProviderError', 'Could not load credentials from any providers'), 'no-credentials'],
  [error('Error', 'connect ECONNREFUSED 127.0.0.1:1', undefined, 'ECONNREFUSED'), 'unsent'],
  [error('Error', 'socket hang up', undefined, 'ECONNRESET'), 'unclear'],
  [error('AbortError', 'Request aborted'), 'unclear'],
  [error('TimeoutError', 'The operation was aborted due to timeout'), 'unclear'],
  [error('ServerException', 'Internal', 500), 'unclear'],
  [error('SyntaxError', 'Unexpected token < in JSON'), 'unclear'],
  [error('ClientException', 'TaskDefinition is inactive', 400), 'refused'],
  [error('Error', 'something new'), 'unclear'],
  ['thrown text', 'unclear'],
])('%s is %s', (thrown, kind) => {
  expect(failureKind(thrown)).toBe(kind)
})

test('the denied action is read from the message', () => {
  expect(
    deniedAction(
      error(
        'AccessDeniedException',
        'User: arn:x is not authorized to perform: ecs:UpdateService on resource: arn:y',
        400,
      ),
    ),
  ).toBe('ecs:UpdateService')
  expect(deniedAction(error('AccessDeniedException', 'no', 400))).toBeUndefined()
})

test('a failure is one line', () => {
  expect(describeFailure(error('ClientException', 'a\n  b', 400))).toBe('ClientException: a b')
  expect(
    describeFailure(error('Error', '@aws-sdk XML parse error: unexpected end of input.\n  Deserialization error')),
  ).toBe('the answer could not be read')
  expect(describeFailure('text')).toBe('text')
  expect(describeFailure(undefined)).toBe('undefined')
})
