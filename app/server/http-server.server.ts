import { createServer, type RequestListener, type Server } from 'node:http'

/** An HTTP server that waits for nobody: slow heads, slow bodies, idle connections and endless headers are cut off. */
export function createHttpServer(listener: RequestListener): Server {
	const server = createServer(
		{
			headersTimeout: 10_000,
			requestTimeout: 15_000,
			connectionsCheckingInterval: 2_000,
			keepAliveTimeout: 20_000,
			maxHeaderSize: 16 * 1024,
		},
		listener,
	)
	server.maxHeadersCount = 100
	server.maxRequestsPerSocket = 1_000
	server.timeout = 30_000
	return server
}
