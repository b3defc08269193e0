# syntax=docker/dockerfile:1
# The site as an image: built in one stage, served by an unprivileged user in the next. Postgres is not in it.

FROM node:24-slim AS build
WORKDIR /app
COPY . .
RUN --mount=type=cache,target=/root/.npm node src/cli/run.mjs build
# Without --no-save this rewrites the lock file, and the site would install and build again when it starts.
RUN npm prune --omit=dev --no-save --no-audit --no-fund && rm -rf .next/cache

FROM node:24-slim
ENV NODE_ENV=production PORT=3000 DATA_DIR=/data
WORKDIR /app
COPY --from=build /app ./
# Uploaded images are all that the site writes to disk; the rest is in Postgres.
RUN install --directory --owner=node --group=node /data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["sh", "-c", ": ${DATABASE_URL:?is missing: the postgres:// address of a server}; exec node src/cli/run.mjs start"]
