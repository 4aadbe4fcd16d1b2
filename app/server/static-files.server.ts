import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { RequestHandler } from 'express'
import { markImmutable } from './final-headers.server.ts'

interface StaticFile {
	type: string
	tag: string
	hashed: boolean
	plain: Buffer
	/** Smaller forms, the smallest first. */
	packed: { encoding: string; bytes: Buffer }[]
}

const ownScript = /^\/assets\/enhance-[\w-]+\.js$/

const types: Readonly<Record<string, { type: string; packs: boolean }>> = {
	css: { type: 'text/css; charset=utf-8', packs: true },
	js: { type: 'text/javascript; charset=utf-8', packs: true },
	svg: { type: 'image/svg+xml', packs: true },
	txt: { type: 'text/plain; charset=utf-8', packs: true },
	png: { type: 'image/png', packs: false },
	ico: { type: 'image/x-icon', packs: false },
	woff2: { type: 'font/woff2', packs: false },
}

/**
 * The files of the built client, read and compressed once at start: what is not among them is not a file, whatever its path.
 * Of scripts there is our own alone: no page asks for the framework's, and their manifest names every route.
 */
export function staticFiles(folder: string): RequestHandler {
	const files = readFiles(folder)
	return (req, res, next) => {
		const file = req.method === 'GET' || req.method === 'HEAD' ? files.get(req.path) : undefined
		if (!file) return next()
		if (file.hashed) markImmutable(res)
		res.setHeader('Content-Type', file.type)
		res.setHeader('ETag', file.tag)
		res.setHeader('Vary', 'Accept-Encoding')
		if (req.get('if-none-match') === file.tag) return void res.status(304).end()
		const accepted = req.acceptsEncodings().filter((encoding) => encoding !== '*')
		const packed = file.packed.find(({ encoding }) => accepted.includes(encoding))
		if (packed) res.setHeader('Content-Encoding', packed.encoding)
		const bytes = packed?.bytes ?? file.plain
		res.setHeader('Content-Length', bytes.length)
		res.end(req.method === 'HEAD' ? undefined : bytes)
	}
}

function readFiles(folder: string): Map<string, StaticFile> {
	const files = new Map<string, StaticFile>()
	for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
		const kind = types[entry.name.split('.').at(-1) ?? '']
		if (!entry.isFile() || !kind) continue
		const file = join(entry.parentPath, entry.name)
		const path = `/${relative(folder, file).split(sep).join('/')}`
		const hashed = path.startsWith('/assets/')
		if (hashed && path.endsWith('.js') && !ownScript.test(path)) continue
		const plain = readFileSync(file)
		const tag = `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`
		files.set(path, { type: kind.type, tag, hashed, plain, packed: kind.packs ? pack(plain) : [] })
	}
	return files
}

function pack(plain: Buffer) {
	const params = { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length }
	return [
		{ encoding: 'br', bytes: brotliCompressSync(plain, { params }) },
		{ encoding: 'gzip', bytes: gzipSync(plain, { level: 9 }) },
	].filter(({ bytes }) => bytes.length < plain.length)
}
