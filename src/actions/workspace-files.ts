import { readFileSync, statSync } from 'node:fs'

/** The workspace of the run. A folder that is called like a family is no task-definition file. */
export const workspaceFiles = {
  exists: (path: string) => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false,
  read: (path: string) => readFileSync(path, 'utf8'),
}
