import { defineConfig } from 'vite'

/** What runs beside the web application: the worker and the migrations, bundled for Node with packages left outside. */
export default defineConfig({
	publicDir: false,
	build: {
		ssr: true,
		target: 'node20',
		outDir: 'build/worker',
		emptyOutDir: true,
		sourcemap: true,
		minify: false,
		rollupOptions: {
			input: {
				worker: 'worker/index.ts',
				migrate: 'db/migrate-cli.ts',
				'verify-ledger': 'worker/verify-ledger.ts',
				'phone-usage': 'worker/phone-usage.ts',
			},
			output: { entryFileNames: '[name].js', chunkFileNames: 'shared/[name]-[hash].js' },
		},
	},
})
