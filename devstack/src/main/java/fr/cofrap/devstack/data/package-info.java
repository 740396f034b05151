/** What is kept between runs: secrets, settings, and who uses the folder. */
package fr.cofrap.devstack.data;
