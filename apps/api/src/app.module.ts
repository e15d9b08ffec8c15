import { type DynamicModule, Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { dataSourceOptions } from '@lakeproof/persistence';
import type { Logger } from 'pino';
import { AccessModule } from './access/access.module.js';
import { CatalogueModule } from './catalogue/catalogue.module.js';
import { type ApiConfig, apiConfig } from './config.js';
import { HealthModule } from './health/health.module.js';
import { processLog } from '@lakeproof/service';
import { LiveModule } from './live/live.module.js';
import { LostWorkersModule } from './lost-workers/lost-workers.module.js';
import { RoomModule } from './room/room.module.js';
import { PagesModule } from './pages/pages.module.js';
import { SessionModule } from './session/session.module.js';
import { SubmissionsModule } from './submissions/submissions.module.js';

/** What every part may ask for: the configuration and the log. */
@Global()
@Module({})
class ProcessModule {
  static of(config: ApiConfig, log: Logger): DynamicModule {
    return {
      module: ProcessModule,
      providers: [
        { provide: apiConfig, useValue: config },
        { provide: processLog, useValue: log },
      ],
      exports: [apiConfig, processLog],
    };
  }
}

/** The API, part by part. */
@Module({})
export class AppModule {
  static of(config: ApiConfig, log: Logger): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ProcessModule.of(config, log),
        TypeOrmModule.forRoot({
          ...dataSourceOptions(config.databaseUrl),
          retryAttempts: 5,
          retryDelay: 1000,
        }),
        AccessModule,
        SessionModule,
        CatalogueModule,
        PagesModule,
        SubmissionsModule,
        LiveModule,
        HealthModule,
        RoomModule,
        LostWorkersModule,
      ],
    };
  }
}
