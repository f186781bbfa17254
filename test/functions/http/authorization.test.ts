import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newSecret } from '../../../functions/platform/secret-token.ts';
import { authorisationEntity } from '../../../functions/store/entities/authorisation.ts';
import { coverageRecordEntity } from '../../../functions/store/entities/coverage-record.ts';
import { customerLinkEntity } from '../../../functions/store/entities/customer-link.ts';
import { customerSessionEntity } from '../../../functions/store/entities/customer-session.ts';
import { deviceEntity } from '../../../functions/store/entities/device.ts';
import { fieldNoticeEntity } from '../../../functions/store/entities/field-notice.ts';
import { photoEntity } from '../../../functions/store/entities/photo.ts';
import { planEntity } from '../../../functions/store/entities/plan.ts';
import { planPartEntity } from '../../../functions/store/entities/plan-part.ts';
import { holidayCalendarEntity } from '../../../functions/store/entities/holiday-calendar.ts';
import { priceListEntity } from '../../../functions/store/entities/price-list.ts';
import { serviceContractEntity } from '../../../functions/store/entities/service-contract.ts';
import { serviceRequestEntity } from '../../../functions/store/entities/service-request.ts';
import { skillEntity } from '../../../functions/store/entities/skill.ts';
import type { Appointment } from '../../../shared/model/appointment.ts';
import { usualPrecedence } from '../../../shared/model/coverage-policy.ts';
import { customerLinkSchema } from '../../../shared/model/customer-link.ts';
import { fieldNoticeSchema } from '../../../shared/model/field-notice.ts';
import { holidayCalendarSchema } from '../../../shared/model/holiday-calendar.ts';
import { photoSchema } from '../../../shared/model/photo.ts';
import { skillSchema } from '../../../shared/model/skill.ts';
import { roles, type Endpoint, type Role } from '../../../shared/protocol/endpoint.ts';
import { endpoints } from '../../../shared/protocol/endpoints.ts';
import { syncSchemaVersion } from '../../../shared/protocol/sync.ts';
import { aContract } from '../../builders/a-contract.ts';
import { aCoverageRecord } from '../../builders/a-coverage-record.ts';
import { aDevice } from '../../builders/a-device.ts';
import { aPlan, aPlanPart } from '../../builders/a-plan.ts';
import { aPriceList } from '../../builders/a-price-list.ts';
import { anAuthorisation } from '../../builders/an-authorisation.ts';
import { aServiceRequest } from '../../builders/a-service-request.ts';
import { anAssignedAppointment } from '../../builders/an-appointment.ts';
import { aRecord, anId } from '../../builders/an-id.ts';
import { aCompany, seedAppointment, seedCompany } from '../../fakes/harbor.ts';
import { openHttpWorld, type Call, type HttpWorld } from '../../fakes/http-world.ts';

/** What a row asks for, about things of Harbor that are Rosa's where a technician can own them. */
interface Row {
  readonly params?: Record<string, string>;
  readonly query?: string;
  readonly body?: object;
  /** What another technician of the same company gets, where technicians may call at all. */
  readonly otherTechnician?: 'refused' | 'open';
  /** What the same roles of another company get: the thing is not there, or they see only their own company. */
  readonly otherTenant: 'not-found' | 'bad-input' | 'own-company';
}
interface Things {
  readonly appointment: Appointment;
  readonly serviceRequestId: string;
  readonly planId: string;
  readonly photoId: string;
  readonly deviceId: string;
  readonly skillId: string;
  readonly noticeId: string;
  readonly contractId: string;
  readonly priceListId: string;
  readonly holidayCalendarId: string;
  readonly authorisationId: string;
}

const harbor = aCompany();
const rival = aCompany();
const tenantId = harbor.tenant.id;
const day = '2026-05-12';
const told = {
  kind: 'fault',
  subject: 'No hot water',
  contact: { name: 'Ines Okafor' },
  place: harbor.site.place,
} as const;
const { name, area, timeZone, operatingHours } = harbor.territory;
const drawn = { name, area, timeZone, operatingHours };
const { id: _id, version: _version, createdAt: _made, updatedAt: _changed, ...rosaFacts } = harbor.rosa;
const { id: _wt, version: _wtv, createdAt: _wtc, updatedAt: _wtu, ...workTypeFacts } = harbor.workType;
const { id: _cu, version: _cuv, createdAt: _cuc, updatedAt: _cuu, ...customerFacts } = harbor.customer;
const sited = { name: 'Warehouse', place: harbor.site.place };
const away = { kind: 'holiday', span: { from: '2026-07-01T13:00:00.000Z', to: '2026-07-02T13:00:00.000Z' } };
const { id: _as, version: _asv, createdAt: _asc, updatedAt: _asu, customerId: _asC, ...assetFacts } = harbor.asset;
const { id: _wa, version: _wav, createdAt: _wac, updatedAt: _wau, assetId: _waA, ...warrantyFacts } = harbor.warranty;
const proofFacts = { kind: 'document', name: 'Receipt', type: 'application/pdf', sizeBytes: 10 };
const { id: _sc, version: _scv, createdAt: _scc, updatedAt: _scu, customerId: _scC, ...contractFacts } = aContract();
const { siteId: _asS, ...importedAssetFacts } = assetFacts;
const { siteIds: _scS, ...importedContractFacts } = contractFacts;
const { id: _pr, version: _prv, createdAt: _prc, updatedAt: _pru, ...priceListFacts } = aPriceList();
const calendarFacts = { name: 'Massachusetts', days: [{ on: '2026-07-04', name: 'Independence Day' }] };
const ofAsset = { params: { assetId: harbor.asset.id }, otherTenant: 'not-found' } as const;
const ofRosa = { technicianId: harbor.rosa.id };
const territoryDay = { territoryId: harbor.territory.id, day };
const boston14 = { zoom: '14', x: '4957', y: '6059' };
const catalogue: Row = { otherTechnician: 'open', otherTenant: 'own-company' };

/** The hand-written half of the matrix: an endpoint without a row fails below. */
const rows = ({
  appointment,
  serviceRequestId,
  planId,
  photoId,
  deviceId,
  skillId,
  noticeId,
  contractId,
  priceListId,
  holidayCalendarId,
  authorisationId,
}: Things): Record<string, Row> => {
  const params = { appointmentId: appointment.id };
  const own = { params, otherTechnician: 'refused', otherTenant: 'not-found' } as const;
  const onAppointment = { params, otherTenant: 'not-found' } as const;
  return {
    getAccount: { otherTechnician: 'open', otherTenant: 'own-company' },
    getAppointmentFile: own,
    listCandidates: { ...onAppointment, query: `day=${day}` },
    offerWindows: { ...onAppointment, query: `day=${day}` },
    promiseWindow: {
      ...onAppointment,
      body: { window: { from: '2026-05-12T18:00:00.000Z', to: '2026-05-12T20:00:00.000Z' } },
    },
    assignAppointment: {
      ...onAppointment,
      body: { technicianId: harbor.rosa.id, plannedStartAt: '2026-05-12T18:00:00.000Z' },
    },
    moveAppointments: {
      otherTenant: 'not-found',
      body: {
        moves: [
          {
            appointmentId: params.appointmentId,
            version: 1,
            to: { technicianIds: [harbor.rosa.id], plannedStartAt: '2026-05-12T18:00:00.000Z' },
          },
        ],
      },
    },
    splitAppointment: { ...onAppointment, body: { longestSeconds: 3600 } },
    joinAppointment: { ...onAppointment, body: {} },
    setCrewSize: { ...onAppointment, body: { crewSize: 2 } },
    unassignAppointment: { ...onAppointment, body: {} },
    cancelAppointment: { ...onAppointment, body: { reason: 'Sold the house' } },
    setAppointmentStatus: { ...own, body: { to: 'dispatched' } },
    answerTask: { ...own, params: { ...params, taskKey: 'step-1' }, body: { value: true } },
    usePart: { ...own, body: { partId: harbor.part.id, quantity: 1 } },
    addNote: { ...own, body: { text: 'Ring twice' } },
    addPhoto: { ...own, body: { contentHash: 'a'.repeat(64), type: 'image/jpeg', sizeBytes: 10 } },
    getPhoto: { ...own, params: { ...params, photoId } },
    makeVisitLink: { ...onAppointment, body: {} },
    revokeVisitLinks: onAppointment,
    getBoard: { params: territoryDay, otherTenant: 'not-found' },
    getDayFigures: { params: territoryDay, otherTenant: 'not-found' },
    getLiveChanges: { params: { territoryId: harbor.territory.id }, query: 'after=0', otherTenant: 'not-found' },
    listWatchers: { params: { territoryId: harbor.territory.id }, otherTenant: 'not-found' },
    createLiveTicket: { body: { territoryIds: [harbor.territory.id] }, otherTenant: 'bad-input' },
    listDevices: { params: { technicianId: harbor.rosa.id }, otherTenant: 'not-found' },
    addDevice: {
      params: { technicianId: harbor.rosa.id },
      body: { app: 'owntracks', name: "Rosa's phone" },
      otherTenant: 'not-found',
    },
    revokeDevice: { params: { technicianId: harbor.rosa.id, deviceId }, otherTenant: 'not-found' },
    listTerritories: catalogue,
    createTerritory: { body: drawn, otherTenant: 'own-company' },
    changeTerritory: { params: { territoryId: harbor.territory.id }, body: drawn, otherTenant: 'not-found' },
    removeTerritory: { params: { territoryId: harbor.territory.id }, otherTenant: 'not-found' },
    searchPlaces: { query: 'text=12+North+St', otherTenant: 'own-company' },
    searchReportPlaces: { query: 'text=12+North+St', otherTenant: 'own-company' },
    describePlace: { query: 'longitude=-71&latitude=42', otherTenant: 'own-company' },
    listGazetteerSources: { otherTenant: 'own-company' },
    putGazetteerPage: {
      params: { key: 'city', edition: 'one', page: '0' },
      body: { streets: 'North Street\tBoston\t-7105500,4236100' },
      otherTenant: 'own-company',
    },
    takeGazetteerEdition: {
      params: { key: 'city' },
      body: { edition: 'two', pages: 1, streets: 1, houses: 0, attribution: 'City' },
      otherTenant: 'bad-input',
    },
    getRoadTile: { params: boston14, otherTechnician: 'open', otherTenant: 'own-company' },
    getReportRoadTile: { params: boston14, otherTenant: 'own-company' },
    getVisitRoadTile: { params: boston14, otherTenant: 'own-company' },
    getReach: { params: { territoryId: harbor.territory.id }, otherTenant: 'not-found' },
    getTravelTimes: {
      params: { territoryId: harbor.territory.id },
      query: 'places=-71.06,42.36;-71.1,42.4',
      otherTenant: 'not-found',
    },
    askTravelMatrix: {
      params: { territoryId: harbor.territory.id },
      body: {
        day: '2026-05-12',
        places: [
          [-71.06, 42.36],
          [-71.1, 42.4],
        ],
      },
      otherTenant: 'not-found',
    },
    getNearestTechnicians: {
      params: { territoryId: harbor.territory.id },
      query: 'longitude=-71.06&latitude=42.36',
      otherTenant: 'not-found',
    },
    getTerritoryLoads: { query: `from=${day}`, otherTenant: 'own-company' },
    listTechnicians: catalogue,
    listSkills: catalogue,
    listWorkTypes: catalogue,
    listParts: catalogue,
    listStockLocations: catalogue,
    createTechnician: { body: { ...rosaFacts, vanStockLocationId: undefined }, otherTenant: 'bad-input' },
    changeTechnician: { params: ofRosa, body: rosaFacts, otherTenant: 'not-found' },
    listAbsences: { params: ofRosa, otherTenant: 'not-found' },
    addAbsence: { params: ofRosa, body: away, otherTenant: 'not-found' },
    removeAbsence: { params: { ...ofRosa, absenceId: anId('absence') }, otherTenant: 'not-found' },
    createCustomer: { body: { ...customerFacts, despite: ['contact-taken'] }, otherTenant: 'own-company' },
    changeCustomer: { params: { customerId: harbor.customer.id }, body: customerFacts, otherTenant: 'not-found' },
    addSite: { params: { customerId: harbor.customer.id }, body: sited, otherTenant: 'not-found' },
    changeSite: {
      params: { customerId: harbor.customer.id, siteId: harbor.site.id },
      body: sited,
      otherTenant: 'not-found',
    },
    removeSite: { params: { customerId: harbor.customer.id, siteId: harbor.site.id }, otherTenant: 'not-found' },
    createWorkType: { body: workTypeFacts, otherTenant: 'own-company' },
    changeWorkType: { params: { workTypeId: harbor.workType.id }, body: workTypeFacts, otherTenant: 'not-found' },
    removeWorkType: { params: { workTypeId: harbor.workType.id }, otherTenant: 'not-found' },
    addSkill: { body: { name: 'Gas' }, otherTenant: 'own-company' },
    renameSkill: { params: { skillId }, body: { name: 'Boilers' }, otherTenant: 'not-found' },
    removeSkill: { params: { skillId }, otherTenant: 'not-found' },
    changeCompany: { body: { name: 'Ours', currency: 'USD', language: 'en' }, otherTenant: 'own-company' },
    addStockLocation: { body: { name: 'Van 9', kind: 'van' }, otherTenant: 'own-company' },
    changeStockLocation: {
      params: { stockLocationId: harbor.van.id },
      body: { name: harbor.van.name, kind: 'van' },
      otherTenant: 'not-found',
    },
    getRecordHistory: { params: { recordId: harbor.rosa.id }, otherTenant: 'own-company' },
    importCustomers: { body: { rows: [{ ref: 'K-1', customer: customerFacts }] }, otherTenant: 'own-company' },
    importTechnicians: { body: { rows: [{ ref: 'T-1', technician: rosaFacts }] }, otherTenant: 'own-company' },
    importWorkTypes: { body: { rows: [{ ref: 'W-1', workType: workTypeFacts }] }, otherTenant: 'own-company' },
    importAssets: {
      body: { rows: [{ ref: 'A-1', customerRef: 'K-1', asset: importedAssetFacts }] },
      otherTenant: 'own-company',
    },
    importWarranties: {
      body: { rows: [{ ref: 'W-1', asset: 'A-1', warranty: warrantyFacts }] },
      otherTenant: 'own-company',
    },
    importContracts: {
      body: { rows: [{ ref: 'C-1', customerRef: 'K-1', sites: [], assets: [], contract: importedContractFacts }] },
      otherTenant: 'own-company',
    },
    listCustomers: { otherTenant: 'own-company' },
    getCustomerFile: { params: { customerId: harbor.customer.id }, otherTenant: 'not-found' },
    getAssetFile: { params: { assetId: harbor.asset.id }, otherTechnician: 'refused', otherTenant: 'not-found' },
    listAssets: { otherTenant: 'own-company' },
    createAsset: { params: { customerId: harbor.customer.id }, body: assetFacts, otherTenant: 'not-found' },
    changeAsset: { ...ofAsset, body: { ...assetFacts, customerId: harbor.customer.id } },
    readMeter: { ...ofAsset, body: { meter: 'hours', reading: 10, readAt: '2026-05-12T13:00:00.000Z' } },
    listWarranties: { otherTenant: 'own-company' },
    createWarranty: { ...ofAsset, body: warrantyFacts },
    changeWarranty: { params: { warrantyId: harbor.warranty.id }, body: warrantyFacts, otherTenant: 'not-found' },
    removeWarranty: { params: { warrantyId: harbor.warranty.id }, otherTenant: 'not-found' },
    addProof: {
      params: { warrantyId: harbor.warranty.id },
      body: { ...proofFacts, contentHash: 'a'.repeat(64) },
      otherTenant: 'not-found',
    },
    getProof: {
      params: { warrantyId: harbor.warranty.id, contentHash: 'a'.repeat(64) },
      otherTenant: 'not-found',
    },
    listContracts: { otherTenant: 'own-company' },
    listHeldTo: { params: territoryDay, otherTenant: 'not-found' },
    getContractFile: { params: { contractId }, otherTenant: 'not-found' },
    createContract: { params: { customerId: harbor.customer.id }, body: contractFacts, otherTenant: 'not-found' },
    changeContract: { params: { contractId }, body: contractFacts, otherTenant: 'not-found' },
    renewContract: { params: { contractId }, body: { endsOn: '2027-12-31' }, otherTenant: 'not-found' },
    swapLeased: {
      params: { contractId },
      body: { on: '2026-06-30', oldAssetId: harbor.asset.id, newAssetId: harbor.asset.id },
      otherTenant: 'not-found',
    },
    returnLeased: {
      params: { contractId },
      body: { on: '2026-06-30', assetId: harbor.asset.id, how: 'returned' },
      otherTenant: 'not-found',
    },
    endContract: { params: { contractId }, body: { on: '2026-06-30' }, otherTenant: 'not-found' },
    listPriceLists: catalogue,
    createPriceList: { body: priceListFacts, otherTenant: 'own-company' },
    changePriceList: { params: { priceListId }, body: priceListFacts, otherTenant: 'not-found' },
    getCoveragePolicy: catalogue,
    changeCoveragePolicy: { body: { precedence: [...usualPrecedence] }, otherTenant: 'own-company' },
    listHolidayCalendars: catalogue,
    createHolidayCalendar: { body: calendarFacts, otherTenant: 'own-company' },
    changeHolidayCalendar: { params: { holidayCalendarId }, body: calendarFacts, otherTenant: 'not-found' },
    getCoverage: {
      params: { workOrderId: appointment.workOrderId },
      otherTechnician: 'refused',
      otherTenant: 'not-found',
    },
    decideWorkOrderCoverage: {
      params: { workOrderId: appointment.workOrderId },
      body: {},
      otherTenant: 'not-found',
    },
    listAuthorisations: { otherTenant: 'own-company' },
    askAuthorisations: { params: { workOrderId: appointment.workOrderId }, otherTenant: 'not-found' },
    answerAuthorisation: { params: { authorisationId }, body: { to: 'approved' }, otherTenant: 'not-found' },
    getQuote: { otherTenant: 'own-company' },
    answerQuote: { body: { to: 'refused' }, otherTenant: 'own-company' },
    listClocks: { params: { territoryId: harbor.territory.id }, otherTenant: 'own-company' },
    requestPlan: { params: territoryDay, body: {}, otherTenant: 'not-found' },
    requestHorizonPlan: {
      body: { territoryIds: [harbor.territory.id], fromDay: day, days: 2 },
      otherTenant: 'bad-input',
    },
    getPlan: { params: { planId }, otherTenant: 'not-found' },
    getPlanPart: { params: { planId, ...territoryDay }, otherTenant: 'not-found' },
    listPlanRuns: { params: territoryDay, otherTenant: 'not-found' },
    cancelPlan: { params: { planId }, body: {}, otherTenant: 'not-found' },
    acceptPlan: { params: { planId }, body: {}, otherTenant: 'not-found' },
    discardPlan: { params: { planId }, body: {}, otherTenant: 'not-found' },
    createServiceRequest: {
      body: { ...told, channel: 'phone', customerId: harbor.customer.id },
      otherTenant: 'bad-input',
    },
    listServiceRequests: { query: `territoryId=${harbor.territory.id}`, otherTenant: 'own-company' },
    getServiceRequest: { params: { serviceRequestId }, otherTenant: 'not-found' },
    acceptServiceRequest: {
      params: { serviceRequestId },
      body: { workTypeId: harbor.workType.id, territoryId: harbor.territory.id },
      otherTenant: 'not-found',
    },
    closeServiceRequest: {
      params: { serviceRequestId },
      body: { as: 'declined', reason: 'Not ours' },
      otherTenant: 'not-found',
    },
    importServiceRequests: {
      body: {
        requests: [
          {
            ...told,
            externalRef: 'x:1',
            receivedAt: '2026-05-11T13:00:00.000Z',
            dueBy: '2026-05-14T13:00:00.000Z',
          },
        ],
      },
      otherTenant: 'own-company',
    },
    getReportForm: { otherTenant: 'own-company' },
    createReport: { body: told, otherTenant: 'own-company' },
    listStockLevels: {
      params: { stockLocationId: harbor.van.id },
      otherTechnician: 'refused',
      otherTenant: 'not-found',
    },
    listStockMovements: { params: { stockLocationId: harbor.van.id }, otherTenant: 'not-found' },
    receiveStock: {
      params: { stockLocationId: harbor.van.id },
      body: { partId: harbor.part.id, quantity: 1 },
      otherTenant: 'not-found',
    },
    createUpload: { ...own, body: { contentHash: 'a'.repeat(64), type: 'image/jpeg', sizeBytes: 10 } },
    // Everybody's own: what it names of others is refused one by one, see test/functions/sync.
    pushMutations: {
      body: {
        clientId: '7c9e6679-7425-40de-944b-e07fc1f90ae7',
        schemaVersion: syncSchemaVersion,
        sentAt: '2026-05-12T13:00:00.000Z',
        mutations: [{ id: 1, name: 'accept', args: params, recordedAt: '2026-05-12T13:00:00.000Z' }],
      },
      otherTechnician: 'refused',
      otherTenant: 'own-company',
    },
    pullView: {
      query: 'clientId=7c9e6679-7425-40de-944b-e07fc1f90ae7',
      otherTechnician: 'refused',
      otherTenant: 'own-company',
    },
    listFieldNotices: { params: { territoryId: harbor.territory.id }, otherTenant: 'not-found' },
    settleFieldNotice: {
      params: { ...ofRosa, noticeId },
      body: {},
      otherTechnician: 'refused',
      otherTenant: 'not-found',
    },
    getMyDay: { params: { day }, otherTechnician: 'open', otherTenant: 'own-company' },
    openLink: { body: { token: 'x'.repeat(40) }, otherTenant: 'own-company' },
    getVisit: { otherTenant: 'own-company' },
    getWorkOrder: {
      params: { workOrderId: appointment.workOrderId },
      otherTechnician: 'refused',
      otherTenant: 'not-found',
    },
    setWorkOrderStatus: {
      params: { workOrderId: appointment.workOrderId },
      body: { to: 'on-hold', reason: 'Part on its way' },
      otherTenant: 'not-found',
    },
  };
};

let world: HttpWorld;
beforeAll(async () => {
  world = await openHttpWorld();
  await seedCompany(world, harbor);
  await seedCompany(world, rival);
});
afterAll(() => world.close());

const seedThings = async (): Promise<Things> => {
  const assigned = anAssignedAppointment(harbor.rosa.id, '2026-05-12T14:00:00.000Z');
  const { status, day: onDay, assignments } = assigned;
  const appointment = await seedAppointment(world, harbor, { ...(onDay && { day: onDay }), status, assignments });
  const request = aServiceRequest({ status: 'new', territoryId: harbor.territory.id });
  await world.keep(serviceRequestEntity, tenantId, request);
  const plan = aPlan({ territoryIds: [harbor.territory.id], status: 'proposed' });
  await world.keep(planPartEntity, tenantId, aPlanPart(plan, { status: 'done' }));
  await world.keep(planEntity, tenantId, plan);
  const photo = photoSchema.parse({
    id: anId('photo'),
    appointmentId: appointment.id,
    at: appointment.createdAt,
    by: 'Rosa',
    contentHash: 'b'.repeat(64),
    type: 'image/png',
    sizeBytes: 10,
  });
  await world.keep(photoEntity, tenantId, photo);
  const device = aDevice({ technicianId: harbor.rosa.id });
  await world.keep(deviceEntity, tenantId, device);
  const skill = skillSchema.parse({ ...aRecord('skill'), name: 'Lifts' });
  await world.keep(skillEntity, tenantId, skill);
  const notice = fieldNoticeSchema.parse({
    ...aRecord('fieldNotice'),
    kind: 'help-request',
    territoryId: harbor.territory.id,
    technicianId: harbor.rosa.id,
    technicianName: 'Rosa',
    at: appointment.createdAt,
    text: 'The boiler is stuck behind the stairs',
  });
  await world.keep(fieldNoticeEntity, tenantId, notice);
  const contract = aContract({ customerId: harbor.customer.id });
  await world.keep(serviceContractEntity, tenantId, contract);
  const priceList = aPriceList();
  await world.keep(priceListEntity, tenantId, priceList);
  const calendar = holidayCalendarSchema.parse({ ...aRecord('holidayCalendar'), ...calendarFacts });
  await world.keep(holidayCalendarEntity, tenantId, calendar);
  const record = aCoverageRecord({ workOrderId: appointment.workOrderId });
  await world.keep(coverageRecordEntity, tenantId, record);
  const authorisation = anAuthorisation({ workOrderId: appointment.workOrderId, decisionHash: record.hash });
  await world.keep(authorisationEntity, tenantId, authorisation);
  return {
    contractId: contract.id,
    priceListId: priceList.id,
    holidayCalendarId: calendar.id,
    authorisationId: authorisation.id,
    appointment,
    serviceRequestId: request.id,
    planId: plan.id,
    photoId: photo.id,
    deviceId: device.id,
    skillId: skill.id,
    noticeId: notice.id,
  };
};

const callOf = ({ method, path }: Endpoint, { params = {}, query, body }: Row): Call => ({
  method,
  path: path.replaceAll(/\{(\w+)\}/g, (_, name: string) => params[name] ?? name),
  ...(query !== undefined && { query }),
  ...(body && { body }),
});

const session = async (
  scope: 'report' | 'visit' | 'quote',
  opens: { readonly appointmentId?: string; readonly authorisationId?: string } = {},
): Promise<string> => {
  const link = newSecret(tenantId, randomBytes);
  const opened = newSecret(tenantId, randomBytes);
  const draft = { ...aRecord('customerLink'), scope, tokenHash: link.hash, ...opens };
  await world.keep(customerLinkEntity, tenantId, customerLinkSchema.parse(draft));
  const expiresAt = '2026-05-12T14:00:00.000Z';
  await world.keep(customerSessionEntity, tenantId, {
    sessionHash: opened.hash,
    linkHash: link.hash,
    scope,
    expiresAt,
  });
  return opened.token;
};

const mayCall = ({ access }: Endpoint, role: Role): boolean => access.kind === 'staff' && access.roles.includes(role);
const refusals = [401, 403];
/** All but those of tracker apps and positions, which an entry with ways of its own answers. */
const answered = [...endpoints].filter(([, { entry }]) => entry !== 'positions');

describe.each(answered)('%s', (name, endpoint) => {
  let things: Things;
  beforeAll(async () => {
    things = await seedThings();
  });
  const rowOf = (): Row => {
    const row = rows(things)[name];
    if (!row) throw new Error(`${name} has no row in the authorization matrix`);
    return row;
  };
  const ask = (token: string | undefined) => world.call({ ...callOf(endpoint, rowOf()), token });

  if (endpoint.access.kind !== 'anyone') {
    test('is closed to whoever shows no token', async () => {
      expect(await ask(undefined)).toMatchObject({ status: 401, body: { code: 'unauthenticated' } });
    });
  }

  test.each(roles)('is open to a %s of the company exactly where the route table says so', async (role) => {
    const token = await world.token({ tenantId, roles: [role], technicianId: harbor.rosa.id });
    const { status } = await ask(token);
    if (endpoint.access.kind === 'customer') expect(status).toBe(401);
    else if (endpoint.access.kind === 'staff') {
      if (mayCall(endpoint, role)) expect(refusals).not.toContain(status);
      else expect(status).toBe(403);
    }
  });

  if (mayCall(endpoint, 'technician')) {
    test("treats another technician's things as its row says", async () => {
      const { otherTechnician } = rowOf();
      const token = await world.token({ tenantId, roles: ['technician'], technicianId: harbor.tomas.id });
      const { status } = await ask(token);
      if (otherTechnician === 'refused') expect(status).toBe(403);
      else {
        expect(otherTechnician).toBe('open');
        expect(refusals).not.toContain(status);
      }
    });
  }

  if (endpoint.access.kind === 'staff') {
    test('shows and changes nothing of the company for staff of another one', async () => {
      const { otherTenant } = rowOf();
      const technicianId = rival.rosa.id;
      const { status, body } = await ask(await world.token({ tenantId: rival.tenant.id, roles, technicianId }));
      if (otherTenant === 'not-found') expect(body).toMatchObject({ status: 404, code: 'not-found' });
      else if (otherTenant === 'bad-input') expect(body).toMatchObject({ status: 400, code: 'bad-input' });
      else {
        expect(status).toBeLessThan(300);
        const text = JSON.stringify(body);
        for (const secret of [tenantId, harbor.territory.id, harbor.rosa.id, harbor.customer.id]) {
          expect(text).not.toContain(secret);
        }
      }
    });

    test("is closed to a customer's session", async () => {
      expect((await ask(await session('report'))).status).toBe(401);
    });
  }

  if (endpoint.access.kind === 'customer') {
    const { scope } = endpoint.access;
    test(`is open to a session of scope ${scope} and to no other`, async () => {
      const { appointment, authorisationId } = things;
      const sessions = {
        visit: await session('visit', { appointmentId: appointment.id }),
        report: await session('report'),
        quote: await session('quote', { authorisationId }),
      };
      for (const [of, token] of Object.entries(sessions)) {
        const { status } = await ask(token);
        if (of === scope) expect(status).toBeLessThan(300);
        else expect(status).toBe(403);
      }
    });
  }
});

test('a row of the matrix names an endpoint that there is', async () => {
  const names = answered.map(([name]) => name);
  expect(Object.keys(rows(await seedThings())).filter((name) => !names.includes(name))).toEqual([]);
});

test('nothing of this was a fault of ours', () => {
  expect(world.faults).toEqual([]);
});
