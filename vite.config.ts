import { readdirSync } from 'node:fs'
import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig } from 'vite'
import remixConfig from './remix.config.js'

const migrations = readdirSync('db/migrations').filter((name) => name.endsWith('.sql'))

/** The web application: `remix vite:build` makes build/client and build/server. */
export default defineConfig(({ isSsrBuild }) => ({
	plugins: [remix(remixConfig)],
	define: { __MIGRATIONS__: JSON.stringify(migrations) },
	// A server error is traced by its map; a browser is told nothing about our sources.
	build: { target: isSsrBuild ? 'node20' : 'es2022', sourcemap: isSsrBuild === true, assetsInlineLimit: 0 },
}))
