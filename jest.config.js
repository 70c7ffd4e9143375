export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/__tests__'],
  testMatch: ['**/*.test.ts'],
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
