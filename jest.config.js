import { readFileSync } from 'node:fs'

/** What does not run on other systems than Linux, and why. Nothing else is left out there, and on Linux nothing. */
const everywhere = JSON.parse(readFileSync(new URL('__tests__/left-out.json', import.meta.url), 'utf8'))
const leftOut = everywhere[process.platform] ?? {}
if (process.env.JEST_WORKER_ID === undefined)
  for (const [path, why] of Object.entries(leftOut)) console.error(`Not on ${process.platform}: ${path} (${why})`)

/** Run by `npm run test:simulator` and `npm run test:groups`: see jest.simulator.config.js and jest.groups.config.js. */
const elsewhere = [
  '__tests__/simulator/',
  '__tests__/scenarios/(?:group|rollback-|run-task|pre-deploy|verify-urls|peers/platform)',
]

export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/__tests__'],
  testMatch: ['**/*.test.ts'],
  testPathIgnorePatterns: [
    '/node_modules/',
    ...elsewhere.map((path) => `<rootDir>/${path}`),
    // Jest looks at paths as the system writes them.
    ...Object.keys(leftOut).map((path) => path.replaceAll('.', '\\.').replaceAll('/', '[/\\\\]')),
  ],
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        swcrc: false,
        sourceMaps: 'inline',
        module: { type: 'es6' },
        jsc: { target: 'es2024', parser: { syntax: 'typescript' } },
      },
    ],
  },
  collectCoverageFrom: ['src/**/*.ts', 'simulator/**/*.ts'],
  clearMocks: true,
  // Scenario tests mostly wait for the action, so a third worker finds work to do on two cores.
  maxWorkers: 3,
}
