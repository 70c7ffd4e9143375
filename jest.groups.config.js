import action from './jest.config.js'

/** The scenarios of groups, of the rollback action, of one-off tasks, of verification and of what the platform does not say: two minutes of their own. */
export default {
  ...action,
  roots: ['<rootDir>/__tests__/scenarios'],
  testMatch: [
    '**/group*.test.ts',
    '**/rollback-*.test.ts',
    '**/run-task*.test.ts',
    '**/pre-deploy.test.ts',
    '**/verify-urls.test.ts',
    '**/peers/platform.test.ts',
  ],
  testPathIgnorePatterns: action.testPathIgnorePatterns.filter((path) => !path.startsWith('<rootDir>')),
}
