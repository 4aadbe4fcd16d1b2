import type { OutgoingHttpHeader, OutgoingHttpHeaders } from 'node:http'
import type { Response } from 'express'

type Headers = OutgoingHttpHeaders | OutgoingHttpHeader[]

/** Runs when the head of an answer goes out: its status is known, and nothing else adds to it any more. */
export function beforeHead(res: Response, run: (status: number) => void): void {
	const writeHead = res.writeHead.bind(res)
	res.writeHead = (status: number, second?: string | Headers, third?: Headers) => {
		run(status)
		return typeof second === 'string' ? writeHead(status, second, third) : writeHead(status, second)
	}
}
