/** Chromium without a window: looks at a page, and takes its picture. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { run } from '../conformance/command.ts'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
/** A browser, and fonts with letters and with the marks of the outcomes. */
const packages = ['chromium', 'fonts-dejavu-core', 'fonts-liberation', 'fonts-noto-color-emoji']
const width = 960

export type Browser = {
  /** The page as it is once its scripts are done. */
  dump(page: string): Promise<string>
  picture(page: string, height: number, file: string): Promise<void>
}

/**
 * The browser of this machine; on a Debian or Ubuntu without one it is installed, for root.
 *
 * @param folder for its profile
 * @throws Error that says what to install
 */
export async function openBrowser(folder: string): Promise<Browser> {
  const program = installed() ?? (await install())
  const browse = async (page: string, ...more: readonly string[]): Promise<string> => {
    const flags = [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--hide-scrollbars',
    ]
    const profile = `--user-data-dir=${join(folder, 'profile')}`
    const words = [...flags, profile, '--virtual-time-budget=20000', ...more, pathToFileURL(page).href]
    const { code, stdout, stderr } = await run(program, words, process.env, 120)
    if (code !== 0) throw new Error(`${program} ended with ${code}:\n${stderr}`)
    return stdout
  }
  return {
    dump: (page) => browse(page, `--window-size=${width},1000`, '--dump-dom'),
    async picture(page, height, file) {
      await browse(page, `--window-size=${width},${height}`, `--screenshot=${file}`)
    },
  }
}

function installed(): string | undefined {
  const folders = (process.env.PATH ?? '').split(':')
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path))
}

async function install(): Promise<string> {
  const advice = `Install a browser first: apt-get install ${packages.join(' ')}`
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) throw new Error(`There is no Chromium. ${advice}`)
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  for (const words of [['update'], ['install', '-y', '--no-install-recommends', ...packages]]) {
    const { code, stderr } = await run('apt-get', ['-q', ...words], environment, 300)
    if (code !== 0) throw new Error(`apt-get ${words[0]} failed. ${advice}\n${stderr}`)
  }
  const found = installed()
  if (found === undefined) throw new Error(`apt-get installed no Chromium. ${advice}`)
  return found
}
