import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { componentSchemas, isNamed, schemaReference } from './components.js';
import { plainSchema } from './plain-schema.js';
import { sessionCookie } from '../http/session-cookie.js';

/** The API's description, from its routes and the contracts they name. */
export function openApiDocument(app: INestApplication): OpenAPIObject {
  const frame = new DocumentBuilder()
    .setTitle('Lakeproof')
    .setDescription('From a click to a grade: what the web app and the command line say to Lakeproof.')
    .setVersion('1')
    .setOpenAPIVersion('3.1.0')
    .addCookieAuth(sessionCookie)
    .build();
  const document = SwaggerModule.createDocument(app, frame, {
    operationIdFactory: (_controller, method) => method,
    standardSchemaConverter: (schema) => ({
      schema: isNamed(schema) ? schemaReference(schema) : plainSchema(schema),
    }),
  });
  const schemas = componentSchemas() as NonNullable<OpenAPIObject['components']>['schemas'];
  return { ...document, components: { ...document.components, ...(schemas && { schemas }) } };
}
