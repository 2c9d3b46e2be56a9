export * as React from "react";
export { createRoot } from "react-dom/client";
export { createPortal } from "react-dom";
export { default as Select } from "react-select";
export { default as AsyncSelect } from "react-select/async";
export { useCombobox, useSelect } from "downshift";
export { useVirtualizer } from "@tanstack/react-virtual";
export * as RadixSelect from "@radix-ui/react-select";
export * as RadixMenu from "@radix-ui/react-dropdown-menu";
