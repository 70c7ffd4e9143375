import action from './jest.config.js'

/** The scenarios of groups and of the rollback action: a minute and a half of their own. */
export default {
  ...action,
  roots: ['<rootDir>/__tests__/scenarios'],
  testMatch: ['**/group*.test.ts', '**/rollback-*.test.ts'],
  testPathIgnorePatterns: action.testPathIgnorePatterns.filter((path) => !path.startsWith('<rootDir>')),
}
