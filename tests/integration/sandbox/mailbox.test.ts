import { mkdtemp, rm } from 'node:fs/promises'
import { connect } from 'node:net'
import { networkInterfaces, tmpdir } from 'node:os'
import { join } from 'node:path'
import nodemailer from 'nodemailer'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Mailbox, startMailbox } from '#sandbox/mailbox.ts'

let folder: string
let mailbox: Mailbox

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'samvaer-mail-'))
	mailbox = await startMailbox({ folder })
})

afterAll(async () => {
	await mailbox.stop()
	await rm(folder, { recursive: true })
})

const letters = async () => (await fetch(`${mailbox.webUrl}api/email`)).json()

test('a letter sent by SMTP can be read in the mailbox', async () => {
	const post = nodemailer.createTransport(mailbox.smtpUrl)
	await post.sendMail({ from: 'a@samvaer.example', to: 'kari@example.no', subject: 'Besøket er bestilt', text: 'Hei' })
	await expect.poll(letters).toEqual([expect.objectContaining({ subject: 'Besøket er bestilt' })])
})

test('letters are there again after a restart', async () => {
	const before = mailbox
	await before.stop()
	mailbox = await startMailbox({ folder, smtpPort: before.smtpPort, webPort: before.webPort })
	expect(mailbox.webUrl).toBe(before.webUrl)
	await expect.poll(letters).toEqual([expect.objectContaining({ subject: 'Besøket er bestilt' })])
})

test('it is reached from this machine alone', async () => {
	const outer = Object.values(networkInterfaces())
		.flat()
		.find((one) => one?.family === 'IPv4' && !one.internal)
	for (const port of [mailbox.smtpPort, mailbox.webPort]) {
		expect(await answers('127.0.0.1', port)).toBe(true)
		if (outer) expect(await answers(outer.address, port)).toBe(false)
	}
})

function answers(host: string, port: number): Promise<boolean> {
	return new Promise((resolve) => {
		const socket = connect({ host, port })
		socket.once('connect', () => {
			socket.destroy()
			resolve(true)
		})
		socket.once('error', () => resolve(false))
	})
}
