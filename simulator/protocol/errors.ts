/** Errors as they travel: AWS JSON with `__type` and `message`. */

export class ApiError extends Error {
  readonly type: string
  readonly status: number
  /** What the error carries beside its message, e.g. `resourceIds`. */
  readonly members: Readonly<Record<string, unknown>>

  /** @param type e.g. `ClientException`; @param status 400 for the client's fault, 500 for the server's */
  constructor(type: string, message: string, status = 400, members: Readonly<Record<string, unknown>> = {}) {
    super(message)
    this.name = 'ApiError'
    this.type = type
    this.status = status
    this.members = members
  }
}

export const clientException = (message: string): ApiError => new ApiError('ClientException', message)
export const invalidParameter = (message: string): ApiError => new ApiError('InvalidParameterException', message)
export const clusterNotFound = (): ApiError => new ApiError('ClusterNotFoundException', 'Cluster not found.')
export const serviceNotFound = (): ApiError => new ApiError('ServiceNotFoundException', 'Service not found.')
