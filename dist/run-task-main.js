import { run } from './index.js'
await run('run-task', 'main')
