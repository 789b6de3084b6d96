# docker build -t feuilleton . && docker run --env-file .env -v feuilleton:/data --read-only feuilleton
FROM node:26-slim AS built
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --ignore-scripts
COPY commands commands
COPY data data
COPY src src
# The image has its Node.js: the one that the lock file brings for other machines stays out, as does what builds.
RUN node src/build.ts && rm -rf node_modules/node-* node_modules/.bin/node node_modules/rolldown node_modules/@rolldown

FROM node:26-slim
ENV NODE_ENV=production DATA_FILE=/data/feuilleton.sqlite METRICS_PORT=9464 NODE_COMPILE_CACHE=/app/compiled
WORKDIR /app
COPY --from=built /app/node_modules node_modules
COPY --from=built /app/dist dist
COPY package.json ./
COPY data data
# The thread that draws, and the page of the local Discord.
COPY src src
RUN mkdir /data compiled && chown node:node /data compiled
USER node
# One question is asked, so that a start finds its code compiled: where the bot runs it can write /data alone.
RUN DATA_FILE=:memory: node --max-semi-space-size=8 --v8-pool-size=2 dist/try.js /about
VOLUME /data
HEALTHCHECK --interval=30s --timeout=3s --start-period=30s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.METRICS_PORT}/readyz`).then((a) => process.exit(a.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--max-semi-space-size=8", "--v8-pool-size=2", "dist/main.js"]
