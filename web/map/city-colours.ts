/** The few colours of the city map; none of them means anything, so none is as strong as those that do. */
export interface CityColours {
  readonly ground: string;
  readonly water: string;
  readonly green: string;
  readonly built: string;
  readonly building: string;
  readonly casing: string;
  readonly road: string;
  readonly majorRoad: string;
  readonly boundary: string;
  readonly label: string;
  readonly waterLabel: string;
  readonly halo: string;
}

export const cityColours = (dark: boolean): CityColours => (dark ? night : day);

const day: CityColours = {
  ground: '#eff1f3',
  water: '#cfdae3',
  green: '#e2e9e1',
  built: '#e9ebee',
  building: '#e1e5e9',
  casing: '#d3d9df',
  road: '#ffffff',
  majorRoad: '#fdfdfd',
  boundary: '#a9b3bd',
  label: '#55616d',
  waterLabel: '#5d7386',
  halo: '#f4f6f8',
};

const night: CityColours = {
  ground: '#11161b',
  water: '#0a1119',
  green: '#141d1a',
  built: '#161c22',
  building: '#1a2128',
  casing: '#0f1419',
  road: '#252d35',
  majorRoad: '#333d47',
  boundary: '#4a5662',
  label: '#98a4b0',
  waterLabel: '#6c8296',
  halo: '#10151a',
};
