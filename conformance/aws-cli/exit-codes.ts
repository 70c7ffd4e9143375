/** The AWS CLI (version 1) ends with this code after an error of the service, and after a waiter that gave up. */
export const refusedCode = 255
