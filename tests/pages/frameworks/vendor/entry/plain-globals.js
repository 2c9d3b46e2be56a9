import $ from "jquery";
import OO from "oojs";
Object.assign(globalThis, { $, jQuery: $, OO });
