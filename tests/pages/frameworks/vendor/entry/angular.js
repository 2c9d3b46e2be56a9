import "@angular/compiler";
export { Component, provideZonelessChangeDetection, signal, ChangeDetectorRef, inject } from "@angular/core";
export { FormControl, FormsModule, ReactiveFormsModule } from "@angular/forms";
export { bootstrapApplication } from "@angular/platform-browser";
