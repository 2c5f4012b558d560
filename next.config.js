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
  serverExternalPackages: [
    '@node-rs/argon2',
    '@myriaddreamin/typst-ts-node-compiler',
    '@resvg/resvg-js',
    'pg',
    'pino',
    '@prisma/client',
    '@prisma/adapter-pg',
  ],
  // Read when a paper is drawn or a spreadsheet is read, by paths that no tracing sees.
  outputFileTracingIncludes: {
    '/*': [
      './lib/papers/pdf-worker.mjs',
      './lib/spreadsheets/reader/*.mjs',
      './node_modules/{csv-parse,numfmt,pend,saxes,xmlchars,yauzl}/**',
      './node_modules/@myriaddreamin/typst-ts-node-compiler*/**',
      './node_modules/@resvg/resvg-js*/**',
      './node_modules/@expo-google-fonts/*/{400Regular,400Regular_Italic,700Bold,700Bold_Italic}/*.ttf',
    ],
  },
  // Files stand beside the page they are of: /meetings/2026-12-03/paper.pdf.
  rewrites: async () => [
    // A register as a file: /local-actions.xlsx?rag=red.
    {
      source: '/:register(recommendations|commitments|local-actions).:format(xlsx|csv)',
      destination: '/:register/export/:format',
    },
    {
      source: '/meetings/:slug/:file(paper\\.\\w+|summary\\.pdf)',
      destination: '/meetings/:slug/paper/files/:file',
    },
  ],
  experimental: {
    // 20 MB of evidence and the rest of its form. The proxy answers 413 above that.
    serverActions: { bodySizeLimit: '22mb' },
    proxyClientMaxBodySize: '22mb',
  },
};
