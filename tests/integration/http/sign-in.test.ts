import { expect, test } from 'vitest'
import { startWeb } from './web.ts'

const web = await startWeb()

test('the front page is there, in the reader\'s language', async () => {
	const page = await web.browser().get('/', { headers: { 'accept-language': 'en' } })
	expect(page.status).toBe(200)
	console.log(await page.text(), page.headers)
})

test('someone new is asked for their name and is then signed in', async () => {
	const browser = web.browser()
	const answer = await browser.signIn('family', 'kari', {}, { to: '/me' })
	expect(answer.headers.get('location')).toBe('/welcome')
	const page = await browser.get('/welcome')
	console.log(await page.text())
	const saved = await browser.post('/welcome', {
		givenName: 'Kari', familyName: 'Prøve', 'born.day': '2', 'born.month': '4', 'born.year': '1988', email: '', phone: '',
	})
	expect([saved.status, saved.headers.get('location')]).toEqual([303, '/me'])
	const me = await browser.get('/me')
	expect(me.status).toBe(200)
	console.log(await me.text())
	console.log(web.log)
})
