import type { Position } from '../../../shared/model/place.ts';
import type { TerritoryKey } from './territory-areas.ts';

export interface Neighbourhood {
  readonly name: string;
  readonly postcode: string;
  /** A street corner well on land; sites lie within some 300 m of it. */
  readonly centre: Position;
  readonly streets: readonly string[];
}

/** Street corners to put sites around, from public maps; house numbers are invented. */
export const neighbourhoods: Readonly<Record<TerritoryKey, readonly Neighbourhood[]>> = {
  north: [
    at('North End', '02113', -71.0555, 42.3645, 'Salem St', 'Hanover St', 'Prince St'),
    at('Beacon Hill', '02114', -71.0665, 42.3592, 'Myrtle St', 'Pinckney St', 'Joy St'),
    at('Downtown', '02108', -71.0605, 42.3555, 'Washington St', 'Summer St', 'School St'),
    at('Chinatown', '02111', -71.0615, 42.3505, 'Tyler St', 'Harrison Ave', 'Oak St'),
    at('Charlestown', '02129', -71.0645, 42.377, 'Bunker Hill St', 'High St', 'Main St'),
    at('East Boston', '02128', -71.0355, 42.3745, 'Meridian St', 'Bennington St', 'Saratoga St'),
    at('Jeffries Point', '02128', -71.0355, 42.3655, 'Sumner St', 'Webster St', 'Everett St'),
    at('Orient Heights', '02128', -71.006, 42.388, 'Orient Ave', 'Faywood Ave', 'Ashley St'),
  ],
  west: [
    at('Back Bay', '02116', -71.08, 42.3505, 'Newbury St', 'Marlborough St', 'Boylston St'),
    at('South End', '02118', -71.0755, 42.3425, 'Tremont St', 'Shawmut Ave', 'W Newton St'),
    at('Fenway', '02215', -71.0965, 42.343, 'Queensberry St', 'Peterborough St', 'Park Dr'),
    at('Mission Hill', '02120', -71.1005, 42.331, 'Parker Hill Ave', 'Calumet St', 'Hillside St'),
    at('Roxbury', '02119', -71.0865, 42.3275, 'Warren St', 'Dudley St', 'Highland St'),
    at('Allston', '02134', -71.131, 42.354, 'Brighton Ave', 'Harvard Ave', 'Linden St'),
    at('Brighton', '02135', -71.1525, 42.3485, 'Washington St', 'Market St', 'Faneuil St'),
    at('Oak Square', '02135', -71.166, 42.351, 'Tremont St', 'Nonantum St', 'Bigelow St'),
  ],
  east: [
    at('South Boston', '02127', -71.046, 42.335, 'W Fourth St', 'E Broadway', 'Dorchester St'),
    at('City Point', '02127', -71.0285, 42.3345, 'E Sixth St', 'Farragut Rd', 'P St'),
    at('Fort Point', '02210', -71.0485, 42.3495, 'Congress St', 'A St', 'Summer St'),
    at('Savin Hill', '02125', -71.0545, 42.311, 'Savin Hill Ave', 'Sydney St', 'Dorchester Ave'),
    at('Uphams Corner', '02125', -71.066, 42.3165, 'Columbia Rd', 'Dudley St', 'Stoughton St'),
    at('Fields Corner', '02122', -71.061, 42.3, 'Adams St', 'Park St', 'Charles St'),
    at('Ashmont', '02124', -71.064, 42.2865, 'Ashmont St', 'Carruth St', 'Bailey St'),
    at('Codman Square', '02124', -71.071, 42.29, 'Norfolk St', 'Talbot Ave', 'Centre St'),
    at('Lower Mills', '02124', -71.0675, 42.2735, 'Richmond St', 'Sanford St', 'Cedar Grove St'),
  ],
  south: [
    at('Jamaica Plain', '02130', -71.1135, 42.3095, 'Centre St', 'South St', 'Green St'),
    at('Forest Hills', '02130', -71.112, 42.299, 'Hyde Park Ave', 'Walk Hill St', 'Wachusett St'),
    at('Roslindale', '02131', -71.1285, 42.287, 'Belgrade Ave', 'Poplar St', 'Corinth St'),
    at('West Roxbury', '02132', -71.158, 42.2855, 'Anawan Ave', 'Corey St', 'La Grange St'),
    at('Bellevue', '02132', -71.147, 42.288, 'Beech St', 'Park St', 'Maple St'),
    at('Hyde Park', '02136', -71.124, 42.256, 'River St', 'Fairmount Ave', 'Maple St'),
    at('Readville', '02136', -71.136, 42.2395, 'Milton St', 'Neponset Valley Pkwy', 'Hamilton St'),
    at('Mattapan', '02126', -71.0935, 42.2735, 'Cummins Hwy', 'Almont St', 'Woodhaven St'),
  ],
};

function at(name: string, postcode: string, longitude: number, latitude: number, ...streets: string[]): Neighbourhood {
  return { name, postcode, centre: [longitude, latitude], streets };
}
