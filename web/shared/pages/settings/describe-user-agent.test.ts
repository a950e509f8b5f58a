import { expect, it } from 'vitest'
import { describeUserAgent } from './describe-user-agent.ts'

it.each([
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36 Edg/141.0.0.0', 'Microsoft Edge', 'Windows', false],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0', 'Firefox', 'Linux', false],
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1', 'Safari', 'iPhone', true],
  ['Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Mobile Safari/537.36', 'Chrome', 'Android', true],
  ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Safari/605.1.15', 'Safari', 'macOS', false],
])('%s is recognized', (userAgent, browser, system, isPhone) => {
  expect(describeUserAgent(userAgent)).toEqual({ browser, system, isPhone })
})

it('nothing is guessed about what says nothing', () => {
  expect(describeUserAgent(null)).toEqual({ browser: null, system: null, isPhone: false })
  expect(describeUserAgent('Acme/1')).toEqual({ browser: null, system: null, isPhone: false })
})
