import action from './jest.config.js'

/** The tests of the simulator, which take half a minute and say nothing about the action. */
export default {
  ...action,
  roots: ['<rootDir>/__tests__/simulator'],
  testPathIgnorePatterns: action.testPathIgnorePatterns.filter((path) => !path.startsWith('<rootDir>')),
}
