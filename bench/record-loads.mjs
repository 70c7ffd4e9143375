/** For `node --import`: writes the path of every module that is loaded into the file that LOADED_FILES names. */
import { appendFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { fileURLToPath } from 'node:url'

registerHooks({
  load(url, context, next) {
    if (url.startsWith('file:')) appendFileSync(process.env.LOADED_FILES, `${fileURLToPath(url)}\n`)
    return next(url, context)
  },
})
