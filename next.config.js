/** @type {import('next').NextConfig} */
export default {
  output: 'standalone',
  // Not a lock file of some folder above, which would nest the standalone server.
  outputFileTracingRoot: import.meta.dirname,
  // `npm run types` checks them, once.
  typescript: { ignoreBuildErrors: true },
  poweredByHeader: false,
  reactStrictMode: true,
  // Native addons cannot be bundled; the standalone build traces them instead.
  serverExternalPackages: ['@node-rs/argon2', 'pg', 'pino', '@prisma/client', '@prisma/adapter-pg'],
  experimental: {
    // 20 MB of evidence and the rest of its form. The proxy answers 413 above that.
    serverActions: { bodySizeLimit: '22mb' },
    proxyClientMaxBodySize: '22mb',
  },
};
