# The parts of production: the web application (the default command), the worker and the migrations, in one image.
FROM node:24-bookworm-slim AS build
WORKDIR /srv/samvaer
COPY package.json package-lock.json .npmrc ./
COPY patches ./patches
COPY scripts ./scripts
RUN npm ci
COPY . .
RUN npm run build && npm prune --omit=dev

FROM node:24-bookworm-slim
WORKDIR /srv/samvaer
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000
COPY --from=build /srv/samvaer/node_modules ./node_modules
COPY --from=build /srv/samvaer/build ./build
COPY --from=build /srv/samvaer/db/migrations ./db/migrations
COPY --from=build /srv/samvaer/package.json /srv/samvaer/server.mjs ./
USER node
EXPOSE 3000
STOPSIGNAL SIGTERM
CMD ["node", "--enable-source-maps", "--max-old-space-size=512", "--max-semi-space-size=32", "server.mjs"]
