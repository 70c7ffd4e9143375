export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/__tests__'],
  testMatch: ['**/*.test.ts'],
  // A program of its own, tested by `npm run test:simulator`: see jest.simulator.config.js.
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/__tests__/simulator/'],
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
