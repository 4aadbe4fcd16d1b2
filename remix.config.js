/**
 * The Remix half of the build, read by vite.config.ts.
 *
 * Every flag of the next version is on but `v3_lazyRouteDiscovery`: its `/__manifest` would tell the staff's routes to anyone
 * who asks.
 *
 * @type {import('@remix-run/dev').VitePluginConfig}
 */
export default {
	appDirectory: 'app',
	buildDirectory: 'build',
	future: {
		v3_fetcherPersist: true,
		v3_relativeSplatPath: true,
		v3_throwAbortReason: true,
		v3_singleFetch: true,
		v3_routeConfig: true,
		v3_lazyRouteDiscovery: false,
	},
}
