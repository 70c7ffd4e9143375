/** AWS JSON 1.0 and 1.1: the operation in `x-amz-target`, plain JSON both ways. */
import { ApiError } from './errors.ts'
import type { Wire } from './wire.ts'

/** Members travel under the names that the schema has, so nothing has to be translated. */
function jsonWire(contentType: string): Wire {
  return {
    contentType,
    read: (_schema, body) => {
      if (body === '') return {}
      try {
        return JSON.parse(body)
      } catch {
        throw new ApiError('SerializationException', 'The request body is not JSON.')
      }
    },
    answer: (_exchange, _schema, output) => JSON.stringify(output),
    refuse: (_exchange, { type, message, members }) => ({
      body: JSON.stringify({ __type: type, message, ...members }),
      headers: {},
    }),
  }
}

export const json11 = jsonWire('application/x-amz-json-1.1')

const json10 = jsonWire('application/x-amz-json-1.0')

/**
 * A service that used to speak Query tells the old code of an error in a header, to clients that ask with
 * `x-amzn-query-mode` (CloudWatch). The simulator sends it always: others ignore it.
 */
export const json10AfterQuery: Wire = {
  ...json10,
  refuse: (exchange, error) => ({
    ...json10.refuse(exchange, error),
    headers: { 'x-amzn-query-error': `${error.type};${error.status >= 500 ? 'Receiver' : 'Sender'}` },
  }),
}
