import { expect, test } from 'vitest'
import { isFromOurPages } from '#app/http/csrf.ts'

const ours = 'https://samvaer.example'
const form = 'application/x-www-form-urlencoded'

test.each([
	{ secFetchSite: 'same-origin', origin: ours, contentType: form, taken: true },
	{ secFetchSite: 'same-origin', origin: null, contentType: form, taken: true },
	{ secFetchSite: null, origin: ours, contentType: form, taken: true },
	{ secFetchSite: null, origin: ours, contentType: 'multipart/form-data; boundary=x', taken: true },
	{
		secFetchSite: 'same-origin',
		origin: ours,
		contentType: 'Application/X-WWW-Form-Urlencoded; charset=UTF-8',
		taken: true,
	},
	{ secFetchSite: 'same-site', origin: ours, contentType: form, taken: false },
	{ secFetchSite: 'cross-site', origin: ours, contentType: form, taken: false },
	{ secFetchSite: 'none', origin: null, contentType: form, taken: false },
	{ secFetchSite: 'same-origin', origin: 'https://evil.example', contentType: form, taken: false },
	{ secFetchSite: 'same-origin', origin: 'null', contentType: form, taken: false },
	{ secFetchSite: null, origin: 'https://evil.example', contentType: form, taken: false },
	{ secFetchSite: null, origin: 'https://samvaer.example.evil.example', contentType: form, taken: false },
	{ secFetchSite: null, origin: 'http://samvaer.example', contentType: form, taken: false },
	{ secFetchSite: null, origin: 'null', contentType: form, taken: false },
	{ secFetchSite: null, origin: null, contentType: form, taken: false },
	{ secFetchSite: 'same-origin', origin: ours, contentType: 'application/json', taken: false },
	{ secFetchSite: 'same-origin', origin: ours, contentType: 'text/plain', taken: false },
	{ secFetchSite: 'same-origin', origin: ours, contentType: null, taken: false },
])('site $secFetchSite, origin $origin, type $contentType: $taken', ({ taken, ...said }) => {
	expect(isFromOurPages(said, ours)).toBe(taken)
})
