import type { Position } from '../../../shared/model/place.ts';
import * as endpoints from '../../../shared/protocol/endpoints/geocoding.ts';
import { badField } from '../../platform/errors.ts';
import { gazetteerPageEntity } from '../../store/entities/gazetteer-page.ts';
import { gazetteerSourceEntity } from '../../store/entities/gazetteer-source.ts';
import { gazetteerPages, gazetteerSources } from '../../store/questions/gazetteer.ts';
import { describeKnownPlace, findAddresses, findKnownPlaces } from '../find-places.ts';
import { customerRoute, staffRoute, type Route } from '../route.ts';

export const geocodingRoutes: readonly Route[] = [
  staffRoute(endpoints.searchPlaces, (asked) => findKnownPlaces(asked, asked.query.text, nearOf(asked.query))),

  customerRoute(endpoints.searchReportPlaces, (asked) => findAddresses(asked, asked.query.text, nearOf(asked.query))),

  staffRoute(endpoints.describePlace, (asked) =>
    describeKnownPlace(asked, [asked.query.longitude, asked.query.latitude]),
  ),

  staffRoute(endpoints.listGazetteerSources, async ({ deps, tenantId }) => ({
    sources: await gazetteerSources(deps.table, tenantId),
  })),

  staffRoute(endpoints.putGazetteerPage, (asked) => {
    const work = asked.begin();
    work.put(gazetteerPageEntity, { ...asked.params, ...asked.body });
    return asked.settle(work, undefined);
  }),

  staffRoute(endpoints.takeGazetteerEdition, (asked) =>
    asked.decide(async () => {
      const { deps, tenantId, params, body, now } = asked;
      const before = await deps.table.get(gazetteerSourceEntity, tenantId, params);
      const pages = await gazetteerPages(deps.table, tenantId, { ...params, edition: body.edition });
      if (pages.length !== body.pages) {
        throw badField('body.pages', `${pages.length} pages of this edition are there, not ${body.pages}`);
      }
      const work = asked.begin();
      const source = { ...params, ...body, version: 1, importedAt: now };
      const answer = work.update(gazetteerSourceEntity, before ?? { version: 0 }, source);
      if (before && before.edition !== body.edition) {
        for (let page = 0; page < before.pages; page += 1) {
          work.remove(gazetteerPageEntity, { key: before.key, edition: before.edition, page });
        }
      }
      return { work, answer };
    }),
  ),
];

const nearOf = ({
  longitude,
  latitude,
}: {
  longitude?: number | undefined;
  latitude?: number | undefined;
}): Position | undefined => (longitude === undefined || latitude === undefined ? undefined : [longitude, latitude]);
